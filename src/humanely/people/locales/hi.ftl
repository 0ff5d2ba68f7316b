# संबोधन: आप.

emergency = अगर आपकी जान अभी ख़तरे में है, तो { $number } पर फ़ोन करें।
emergency-services = अगर आपकी जान अभी ख़तरे में है, तो { $ambulance } (एम्बुलेंस) या { $police } (पुलिस) पर फ़ोन करें।
emergency-place = अगर आपकी जान अभी ख़तरे में है, तो आप जहाँ हैं, वहाँ के आपातकालीन नंबर पर फ़ोन करें।
lines = ये लोग सुनते हैं और मदद करते हैं:
line-call = { $dial } पर फ़ोन करें – { $name } ({ $notes })
line-text = { $dial } पर SMS भेजें – { $name } ({ $notes })
line-text-word = { $word } लिखकर { $dial } पर SMS भेजें – { $name } ({ $notes })
free = मुफ़्त
anonymous = बिना नाम बताए
always-open = दिन-रात
open-now = अभी खुला है
open-until = अभी खुला है, { $time } तक
closed-now = अभी बंद है
opens-at = फिर खुलेगा: { $time }
hours = समय: { $hours }
and = { ", " }
find-line = हेल्पलाइन खोजें: { $site }
told = हमारी टीम के एक व्यक्ति को अभी बताया जा रहा है।
help = मदद मौजूद है, और वह काम करती है। आपको यह अकेले नहीं झेलना है।
not-crisis-service = हम संकट सेवा नहीं हैं।
checked = इन नंबरों की आख़िरी जाँच: { $date }।
