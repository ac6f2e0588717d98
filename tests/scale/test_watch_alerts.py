"""Alerts of a watch: once for every new event, and none lost whatever its target does."""

import json
import sys
from pathlib import Path

from lagebild.store import Store
from tests.invented import record
from tests.scale.watching import ALERT, EVENTS, Server, feeds, for_seconds, watch


def test_an_alert_fires_once_for_an_event_however_often_it_is_told(server: Server, store: Store) -> None:
    toml = feeds(server) + ALERT + 'contexts = ["military"]\nto = { file = "neu/waffen.jsonl" }\n'
    server.feed("granaten1", "kritik1", "vertrag1")
    watch(store, toml)[0].run(once=True)
    server.feed("granaten1", "granaten2", "getreide1")
    watch(store, toml)[0].run(once=True)
    watch(store, toml)[0].run(once=True)
    fired = [json.loads(line) for line in (store.root / "neu" / "waffen.jsonl").read_text().splitlines()]
    assert [(f["alert"], f["type"], f["when"]) for f in fired] == [
        ("Waffen", "AID", "2023-09-12"),
        ("Waffen", "AID", "2023-11-02"),
    ]
    assert fired[0]["who"] == "Nordkorea" and len({f["event"] for f in fired}) == 2
    assert fired[0]["reports"][0]["document"].endswith("/granaten1")


def test_a_new_alert_does_not_fire_for_what_the_store_holds(server: Server, store: Store) -> None:
    server.feed("granaten1")
    watch(store, feeds(server))[0].run(once=True)
    watching, _, _ = watch(store, feeds(server) + ALERT + 'to = { file = "w.jsonl" }\n')
    watching.run(once=True)
    assert not (store.root / "w.jsonl").exists() and watching.undelivered == 0


def test_a_target_that_fails_loses_nothing_and_stops_nothing(server: Server, store: Store) -> None:
    server.feed("granaten1")
    server.answers["/hook"] = 500
    toml = feeds(server) + ALERT + f'to = {{ webhook = "{server.url}/hook", private = true }}\n'
    first, _, said = watch(store, toml)
    first.run(once=True)
    assert first.undelivered == 1 and any("alert Waffen" in line for line in said) and server.posted == []
    server.answers["/hook"] = 204
    second, clock, _ = watch(store, toml)
    for_seconds(second, clock, 1000)
    assert second.undelivered == 0 and second.health.alerts_fired == 1
    assert [json.loads(body)["alert"] for body in server.posted] == ["Waffen"]


def test_a_webhook_to_a_private_address_is_refused_unless_asked_for(server: Server, store: Store) -> None:
    server.feed("granaten1")
    watching, _, said = watch(store, feeds(server) + ALERT + f'to = {{ webhook = "{server.url}/hook" }}\n')
    watching.run(once=True)
    assert watching.undelivered == 1 and server.posted == [] and "private" in said[-1]


def test_a_command_gets_the_event_on_its_standard_input(server: Server, store: Store, tmp_path: Path) -> None:
    server.feed("granaten1")
    out = tmp_path / "out"
    code = f"import sys; open({str(out)!r}, 'a').write(sys.stdin.read())"
    command = json.dumps([sys.executable, "-c", code])
    watch(store, feeds(server) + ALERT + f"to = {{ command = {command} }}\n")[0].run(once=True)
    assert json.loads(out.read_text())["type"] == "AID"
    gone, _, said = watch(store, feeds(server) + ALERT + 'to = { command = ["/nirgends"] }\n')
    server.feed("getreide1")
    gone.run(once=True)
    assert gone.undelivered == 1 and "no such file" in said[-1]


def test_an_article_stored_before_a_crash_still_has_its_alert(server: Server, store: Store) -> None:
    server.feed()
    toml = feeds(server) + ALERT + 'to = { file = "w.jsonl" }\n'
    watch(store, toml)[0].run(once=True)
    with store.writer() as writer:
        writer.add(record("granaten", [EVENTS["granaten"]]))
    watch(store, toml)[0].run(once=True)
    watch(store, toml)[0].run(once=True)
    assert len((store.root / "w.jsonl").read_text().splitlines()) == 1
