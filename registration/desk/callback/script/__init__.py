"""How to contact one person safely, step by step, with the words to say, leave or send.

Everything follows from `contact_policy`. Instructions are in the language of the colleague; what is
said or sent to the person is in the language of the call. Wording after the foundation's own texts.
"""
