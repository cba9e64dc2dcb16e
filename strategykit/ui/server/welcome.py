"""What the terminal says when the server is ready: its addresses, and a code for the phones."""

from typing import TextIO

from strategykit.qr import qr_for
from strategykit.reach import Reach

PHONES = "/deltag"
CLOSES = "Luk programmet igen med Ctrl+C."
NO_NETWORK = (
    "Maskinen er ikke på et netværk, så telefoner kan ikke nå den endnu. Slut den til et netværk, "
    "eller slå dens hotspot til. Programmet skal ikke startes igen."
)
NO_NAME = (
    "Programmet kender ikke det navn, som webserveren foran det har, og afviser derfor alle. Sæt "
    "STRATEGYKIT_NAVN til navnet, og start igen."
)


def welcome(reach: Reach, terminal: TextIO) -> str:
    """Several lines; a QR code stands among them where the terminal can draw one."""
    if not (reach.lan or reach.proxy):
        return _local(reach)
    ready = f"Strategiværksted er klar på {reach.steering_address}"
    return "\n".join((ready, CLOSES, "", *_for_phones(reach, terminal)))


def _local(reach: Reach) -> str:
    return (
        f"Strategiværksted er klar på {reach.own_address}\n"
        f"Åbn adressen i en browser. {CLOSES}\n"
        "Programmet svarer kun denne maskine. Skal telefoner være med, så luk det, og start det "
        "igen med --lan."
    )


def _for_phones(reach: Reach, terminal: TextIO) -> list[str]:
    if not reach.addresses:
        return [NO_NAME if reach.proxy else NO_NETWORK]
    first, *others = (f"{address}{PHONES}" for address in reach.addresses)
    said = [f"Telefonernes adresse: {first}", qr_for(terminal, first)]
    if others:
        said.append(f"Svarer den ikke, så prøv: {' eller '.join(others)}")
    said.append(f"Se, om en telefon kan nå hertil: {reach.steering_address}/forbindelse")
    return [line for line in said if line]
