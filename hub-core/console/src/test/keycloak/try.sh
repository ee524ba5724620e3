#!/usr/bin/env bash
# Signs in to the console by a real Keycloak, on loopback, as a browser would:
#   try.sh <unpacked keycloak-quarkus-dist> <class path of the console's tests> <work folder> [<port of Keycloak> [<port of the console>]]
# Makes a realm with a client and two users of its own, each time anew, with generated secrets; stops what it started.
set -euo pipefail
keycloak=$1 classes=$2 work=$3 port=${4:-23080} console=${5:-23090}
here=$(cd "$(dirname "$0")" && pwd)
random() { head -c 24 /dev/urandom | base64 | tr -d '/+='; }
secret=$(random) password=$(random)
umask 077
mkdir -p "$work/import"
printf '%s' "$secret" >"$work/client"
sed -e "s|@SECRET@|$secret|" -e "s|@PASSWORD@|$password|" -e "s|@CONSOLE@|http://127.0.0.1:$console|" "$here/realm.json" >"$work/import/hub-trial.json"
printf '%s\n' "issuer=http://127.0.0.1:$port/realms/hub-trial" clientId=hub-console clientSecretFile=client "label=your council's account" >"$work/openid.properties"
pids=()
stop() { for pid in "${pids[@]}"; do kill "$pid" 2>/dev/null || true; wait "$pid" 2>/dev/null || true; done; }
trap stop EXIT

mkdir -p "$keycloak/data/import" && cp "$work/import/hub-trial.json" "$keycloak/data/import/"
rm -rf "$keycloak/data/h2"
"$keycloak/bin/kc.sh" start-dev --import-realm --http-host=127.0.0.1 --http-port="$port" --hostname="http://127.0.0.1:$port" >"$work/keycloak.log" 2>&1 &
pids+=($!)
until curl -sf -o /dev/null "http://127.0.0.1:$port/realms/hub-trial/.well-known/openid-configuration"; do
  kill -0 "${pids[0]}" || { echo "Keycloak did not start: see $work/keycloak.log" >&2; exit 1; }
  sleep 1
done
"${JAVA_HOME:?}/bin/java" -cp "$classes" org.safeguardinghub.console.testing.TestConsole "$work" "$console" "$work/openid.properties" >"$work/console.log" 2>&1 &
pids+=($!)
until curl -sf -o /dev/null "http://127.0.0.1:$console/health"; do
  kill -0 "${pids[1]}" || { echo "the console did not start: see $work/console.log" >&2; exit 1; }
  sleep 1
done

# Prints what the console answers at the end to somebody who signs in at Keycloak.
signs_in() {
  local jar="$work/$1.cookies" form
  rm -f "$jar"
  form=$(curl -s -L -c "$jar" -b "$jar" "http://127.0.0.1:$console/sign-in/openid" | grep -o 'action="[^"]*"' | head -1 | sed 's/action="//; s/"$//; s/&amp;/\&/g')
  curl -s -L -c "$jar" -b "$jar" -o "$work/$1.html" -w '%{http_code} %{url_effective}\n' --data-urlencode "username=$1" --data-urlencode "password=$2" "$form"
}
expect() { # who, password, what must be in the page
  local answer
  answer=$(signs_in "$1" "$2")
  grep -q "$3" "$work/$1.html" || { echo "$1: not as expected: $answer" >&2; exit 1; }
  echo "$1: $answer"
}
expect marigold.thistleby "$password" "My alerts"
grep -q "MASH manager" "$work/marigold.thistleby.html"
expect nobody.here "$password" "You are not signed in"
expect wrong.password "not-the-password" "Invalid username or password"
