### Điều nói trước tiên. "short" dành cho đồng hồ, tin nhắn và giọng nói: 60 ký tự. Xưng hô: bạn.

ai =
    .full = Bạn đang trao đổi với trợ lý AI, không phải con người. Bạn có thể yêu cầu gặp người thật bất cứ lúc nào.
    .short = Trợ lý AI đang trả lời. Bạn có thể yêu cầu gặp người thật.
ai_again =
    .full = Bây giờ trợ lý AI lại trả lời, không phải con người. Bạn có thể yêu cầu gặp người thật bất cứ lúc nào.
    .short = Trợ lý AI lại trả lời. Bạn có thể yêu cầu gặp người thật.
estimates =
    .full = Từ lời của bạn, chúng tôi có thể ước đoán cảm xúc của tin nhắn để trả lời tốt hơn. Ước đoán có thể sai. Nếu bạn không muốn, hãy nói với chúng tôi và việc đó sẽ dừng lại; bạn vẫn được giúp đỡ như trước.
    .short = Chúng tôi có thể ước đoán cảm xúc. Nói không là dừng.

# Who wrote a message.

author =
    .ai = Do trợ lý AI viết
    .human = Do con người viết
    .ai_draft_human_sent = Trợ lý AI soạn, con người kiểm tra và gửi
