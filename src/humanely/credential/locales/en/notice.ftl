# What a mail to the holder says around what was done, which stands in holder.ftl.
notice-hello = Hello { $name },
notice-hello-nameless = Hello,
notice-subject-offered = “{ $achievement }” is ready for you
notice-subject-expiring = “{ $achievement }” runs out soon
notice-subject-appeal = Your appeal about “{ $achievement }”
notice-subject-news = News about “{ $achievement }”
notice-told-expiring = “{ $achievement }” is in force until { $until }. What it says stays true after that; it only no longer counts as up to date.
notice-words = The team writes to you: { $words }
notice-no-renewal = There is nothing that you have to do.
notice-appeal = You can appeal at any time; it costs nothing. If you appeal today, you have an answer by { $due }.
notice-page = Your page, where you see all of this and can act on it: { $link } Whoever has this link can act as you, so please pass it on to nobody. If somebody else may have it, make a new one at the end of that page, or ask us for one: then this one leads nowhere.
notice-contact = Questions? { $name } is there for you: { $where }
notice-from = Yours, { $issuer }
