/** How a receiver tells our webhooks from others', in three languages; a test runs each. */

export const JAVASCRIPT = `// npm install standardwebhooks
import { Webhook } from "standardwebhooks"

// body: the text as it came. Throws where it was changed, is older
// than 5 minutes, or is somebody else's.
export const check = (body, headers, secret) =>
  new Webhook(secret).verify(body, headers)
`

export const PYTHON = `import base64, hashlib, hmac, json, time

# body: the bytes as they came. headers: their names in lower case.
def check(body, headers, secret):
    sent = headers["webhook-timestamp"]
    if abs(time.time() - int(sent)) > 300:
        raise ValueError("too old")
    key = base64.b64decode(secret.removeprefix("whsec_"))
    signed = f"{headers['webhook-id']}.{sent}.".encode() + body
    ours = base64.b64encode(hmac.digest(key, signed, hashlib.sha256)).decode()
    theirs = headers["webhook-signature"].split()
    if not any(hmac.compare_digest("v1," + ours, each) for each in theirs):
        raise ValueError("not ours")
    return json.loads(body)
`

export const SHELL = `# body: a file with what came. ID, TIMESTAMP, SIGNATURE: its headers.
check() {
  age=$(( $(date +%s) - TIMESTAMP ))
  [ "$age" -le 300 ] && [ "$age" -ge -300 ] || return 1
  key=$(printf %s "\${SECRET#whsec_}" | openssl base64 -d -A | od -An -vtx1 | tr -d ' \\n')
  ours=$({ printf '%s.%s.' "$ID" "$TIMESTAMP"; cat "$1"; } |
    openssl dgst -sha256 -mac HMAC -macopt "hexkey:$key" -binary | openssl base64 -A)
  case " $SIGNATURE " in *" v1,$ours "*) ;; *) return 1 ;; esac
}
`
