"""A Chatwoot to talk to: one account with one inbox and an agent bot, over real HTTP.

Authored from the public API reference (developers.chatwoot.com: conversations, messages, agent bots, webhooks). It
keeps conversations, messages and statuses; lets a bot do what bots may and a user what users may; tells the bot of
everything, its own messages included; and, where the bot does not answer its webhook, opens the conversation.
"""

import hmac
import itertools
import json
import re
import threading
import time
from collections import deque
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any
from urllib.parse import parse_qs, urlsplit

import httpx

BOT_TOKEN, USER_TOKEN = "bot-token-for-tests", "user-token-for-tests"
INBOX, CONTACT, USER, BOT = 5, 31, 3, 9
_KINDS = {0: "incoming", 1: "outgoing", 2: "activity", 3: "template"}
_OF_BOTS = {"messages", "toggle_status", "toggle_priority", "custom_attributes"}
_NUMBERS = itertools.count(1)

Json = dict[str, Any]


class Chatwoot:
    """The account.

    Attributes:
        account: its number, another one for each.
        asked: method and path of every request, in order.
        faults: statuses that the next requests are answered with.
        before_answer: called with each request before it is looked at.
    """

    def __init__(self, address: str) -> None:
        self.address = address
        self.account = next(_NUMBERS)
        self.conversations: dict[int, Json] = {}
        self.messages: dict[int, list[Json]] = {}
        self.asked: list[tuple[str, str]] = []
        self.faults: deque[tuple[int, dict[str, str]]] = deque()
        self.before_answer: Callable[[str, str], None] = lambda method, path: None
        self.webhook: str | None = None
        self.signing_secret = ""
        self.told: list[tuple[str, int]] = []
        self._ids = itertools.count(1001)

    def begin(self, text: str, *, status: str = "pending", channel: str = "Channel::WebWidget") -> int:
        """Somebody writes for the first time; the number of the conversation."""
        number = len(self.conversations) + 1
        self.conversations[number] = {
            "id": number,
            "account_id": self.account,
            "inbox_id": INBOX,
            "status": status,
            "labels": [],
            "custom_attributes": {},
            "priority": None,
            "additional_attributes": {"browser": {"browser_language": "en"}},
            "meta": {
                "sender": {"id": CONTACT, "name": "Ada", "email": "ada@example.org", "type": "contact"},
                "channel": channel,
                "hmac_verified": False,
            },
            "created_at": int(time.time()),
            "last_activity_at": int(time.time()),
        }
        self.messages[number] = []
        self.customer(number, text)
        return number

    def customer(self, number: int, text: str | None, **more: Any) -> Json:
        """The person writes; a resolved conversation is the bot's again."""
        if self.conversations[number]["status"] == "resolved":
            self.turn(number, "pending")
        return self._add(number, text, 0, {"id": CONTACT, "name": "Ada", "type": "contact"}, **more)

    def chatter(self, number: int, until: int) -> None:
        """The person writes one message after the other, `message 1` and so on."""
        for at in range(1, until):
            self.customer(number, f"message {at}")

    def agent(self, number: int, text: str, **more: Any) -> Json:
        """Somebody of the team writes."""
        return self._add(number, text, 1, {"id": USER, "name": "Grace", "type": "user"}, **more)

    def turn(self, number: int, status: str) -> None:
        """Set the status of a conversation, as somebody of the team or a rule does."""
        self.conversations[number]["status"] = status
        self._add(number, f"Conversation was marked {status}", 2, None)
        self.tell({**self._presented(number), "event": "conversation_status_changed"})

    def said(self, number: int) -> list[str]:
        """What the bot said to the person."""
        return [one["content"] for one in self._by_bot(number) if not one["private"]]

    def notes(self, number: int) -> list[str]:
        """What the bot noted for the team."""
        return [one["content"] for one in self._by_bot(number) if one["private"]]

    def add_as_bot(self, number: int, body: Json) -> Json:
        """A message by the bot."""
        sender = {"id": BOT, "name": "Humanely", "type": "agent_bot"}
        return self._add(number, body["content"], 1, sender, private=bool(body.get("private")))

    def tell(self, event: Json) -> None:
        """Tell the bot, where it has an address; a message it does not take opens its conversation."""
        if self.webhook is None:
            return
        body = json.dumps(event).encode()
        at = str(int(time.time()))
        signed = hmac.digest(self.signing_secret.encode(), at.encode() + b"." + body, "sha256").hex()
        headers = {
            "content-type": "application/json",
            "x-chatwoot-timestamp": at,
            "x-chatwoot-signature": f"sha256={signed}",
        }
        threading.Thread(target=self._deliver, args=(event, body, headers), daemon=True).start()

    def _deliver(self, event: Json, body: bytes, headers: dict[str, str]) -> None:
        try:
            status = httpx.post(str(self.webhook), content=body, headers=headers, timeout=5).status_code
        except httpx.HTTPError:
            status = 0
        self.told.append((event["event"], status))
        number = event["conversation"]["id"] if "conversation" in event else event["id"]
        if event["event"] == "message_created" and status != 200 and self.conversations[number]["status"] == "pending":
            self.conversations[number]["status"] = "open"

    def _by_bot(self, number: int) -> list[Json]:
        return [one for one in self.messages[number] if (one.get("sender") or {}).get("type") == "agent_bot"]

    def _add(self, number: int, text: str | None, kind: int, sender: Json | None, **more: Any) -> Json:
        message: Json = {
            "id": next(self._ids),
            "content": text,
            "inbox_id": INBOX,
            "conversation_id": number,
            "message_type": kind,
            "content_type": "text",
            "status": "sent",
            "content_attributes": {},
            "created_at": int(time.time()),
            "private": False,
            "source_id": None,
            **({"sender": sender} if sender else {}),
            **more,
        }
        self.messages[number].append(message)
        self.conversations[number]["last_activity_at"] = time.time()
        if kind != 2:
            self.tell(self.webhook_of(message))
        return message

    def webhook_of(self, message: Json) -> Json:
        """A message as a webhook tells it: its type by name, its time in words."""
        at = time.strftime("%Y-%m-%dT%H:%M:%S.000Z", time.gmtime(message["created_at"]))
        return {
            **message,
            "event": "message_created",
            "message_type": _KINDS[message["message_type"]],
            "created_at": at,
            "conversation": self._presented(message["conversation_id"]),
            "account": {"id": self.account, "name": "Shop"},
            "inbox": {"id": INBOX, "name": "Website"},
        }

    def _presented(self, number: int) -> Json:
        return {**self.conversations[number], "messages": self.messages[number][-1:]}

    def answer(self, method: str, path: str, token: str, body: Json) -> tuple[int, Any]:
        """What a request is answered with."""
        address = urlsplit(path)
        self.asked.append((method, address.path))
        found = re.fullmatch(rf"/api/v1/accounts/{self.account}/conversations(?:/(\d+)(?:/(\w+))?)?", address.path)
        if token not in {BOT_TOKEN, USER_TOKEN}:
            return 401, {"error": "Invalid Access Token"}
        if found is None or (found[1] and int(found[1]) not in self.conversations):
            return 404, {"error": "Resource could not be found"}
        if token == BOT_TOKEN and (method == "GET" or found[2] not in _OF_BOTS):
            return 401, {"error": "Access to this endpoint is not authorized for bots"}
        query = {name: values[0] for name, values in parse_qs(address.query).items()}
        if found[1] is None:
            return 200, self._listed(query)
        return self._of_conversation(method, int(found[1]), found[2], query, body)

    def _listed(self, query: dict[str, str]) -> Json:
        all_ = [self._presented(one) for one, is_ in self.conversations.items() if is_["status"] == query["status"]]
        at = 25 * (int(query.get("page", 1)) - 1)
        return {"data": {"meta": {"all_count": len(all_)}, "payload": all_[::-1][at : at + 25]}}

    def _of_conversation(
        self, method: str, number: int, what: str | None, query: dict[str, str], body: Json
    ) -> tuple[int, Any]:
        there = self.conversations[number]
        if what is None:
            return 200, self._presented(number)
        if what == "messages" and method == "GET":
            before = int(query.get("before", 1 << 60))
            return 200, {"meta": {}, "payload": [one for one in self.messages[number] if one["id"] < before][-20:]}
        if what == "messages":
            return 200, self.add_as_bot(number, body)
        if what == "toggle_status":
            self.turn(number, body["status"])
            return 200, {"meta": {}, "payload": {"success": True, "current_status": body["status"]}}
        there.update(body)
        return 200, {"payload": body.get("labels")} if what == "labels" else body


def _handler(chatwoot: Chatwoot) -> type[BaseHTTPRequestHandler]:
    class Handler(BaseHTTPRequestHandler):
        protocol_version = "HTTP/1.1"

        def do_GET(self) -> None:
            self._handle()

        def do_POST(self) -> None:
            self._handle()

        def log_message(self, format: str, *args: Any) -> None:  # noqa: A002
            pass

        def _handle(self) -> None:
            sent = self.rfile.read(int(self.headers.get("content-length", 0)))
            chatwoot.before_answer(self.command, self.path)
            if chatwoot.faults:
                status, headers = chatwoot.faults.popleft()
                told: Any = {"error": "for a test"}
            else:
                token = self.headers.get("api_access_token", "")
                status, told = chatwoot.answer(self.command, self.path, token, json.loads(sent or b"{}"))
                headers = {}
            body = json.dumps(told).encode()
            self.send_response(status)
            for name, value in {
                **headers,
                "content-type": "application/json",
                "content-length": str(len(body)),
            }.items():
                self.send_header(name, value)
            self.end_headers()
            self.wfile.write(body)

    return Handler


@contextmanager
def chatwoot() -> Iterator[Chatwoot]:
    """A Chatwoot that listens on this machine until the block ends."""
    server = ThreadingHTTPServer(("127.0.0.1", 0), BaseHTTPRequestHandler)
    there = Chatwoot(f"http://127.0.0.1:{server.server_port}")
    server.RequestHandlerClass = _handler(there)
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.05}, daemon=True)
    thread.start()
    try:
        yield there
    finally:
        there.webhook = None
        server.shutdown()
        server.server_close()
        thread.join()
