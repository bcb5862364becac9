# log-messages.py PROGRAM... - the messages of log_msg and log_die in the sources that
# these programs hold, a line each, with "…" for what is filled in.  Memory can be
# exhausted anywhere: that is one message.
import re, sys, glob

held = b''.join(open(name, 'rb').read() for name in sys.argv[1:])
literal = r'"(?:[^"\\]|\\.)*"'
found = set()
for name in glob.glob('cgi-bin/*.c') + glob.glob('cgi-bin/lib/*/*.c'):
    text = re.sub(r'/\*.*?\*/', '', open(name).read(), flags=re.S)
    for call in re.finditer(r'\blog_(?:msg|die)\(', text):
        # The first argument: texts, chosen by ?: or not, up to its comma.
        depth, end = 1, call.end()
        while depth > 0:
            if text[end] == '"':
                end = re.compile(literal).match(text, end).end()
                continue
            depth += {'(': 1, ')': -1}.get(text[end], 0)
            if text[end] == ',' and depth == 1:
                break
            end += 1
        for said in re.finditer(rf'{literal}(?:\s*{literal})*', text[call.end():end]):
            message = ''.join(s[1:-1] for s in re.findall(literal, said.group()))
            message = message.encode().decode('unicode_escape')
            if message.encode() + b'\0' in held:
                message = re.sub(r'(?:%[-0-9.*]*(?:l|ll|z)?[sducx])+', '…', message)
                found.add(re.sub(r'^[a-z_]+: (out of memory)$', r'…: \1', message))
print('\n'.join(sorted(found)))
