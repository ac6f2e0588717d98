"""Fetching a URL from strangers: bounded in size, time and redirects, and never into the private network.

Every host name, that of every redirect too, is resolved here, its addresses are checked,
and the connection is made to the checked address itself, so that a name server cannot
answer differently the second time (DNS rebinding). Proxies of the environment are not used.
"""

from __future__ import annotations

import ipaddress
import re
import socket
import ssl
import threading
import time
import zlib
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime
from functools import cache
from importlib.metadata import version
from typing import Any

import httpcore
import httpx

from lagebild.errors import FetchError
from lagebild.intake.source import Limits

_NAT64 = ipaddress.ip_network("64:ff9b::/96")
#: Seconds to wait for a connection, or for the next bytes of a body that has begun.
_PATIENCE = 10.0
Address = ipaddress.IPv4Address | ipaddress.IPv6Address


@dataclass(frozen=True)
class Fetched:
    """What came back: body, media type and charset of the header, the last address, header fields (lower case)."""

    body: bytes
    media_type: str
    charset: str | None
    url: str
    status: int = 200
    headers: Mapping[str, str] = field(default_factory=dict)


def fetch(
    url: str,
    limits: Limits,
    allow_private: bool = False,
    headers: Mapping[str, str] | None = None,
    before_redirect: Callable[[str], None] = lambda url: None,
) -> Fetched:
    """Get one URL, following redirects; ``before_redirect`` is called with each new address and may raise.

    ``headers`` are sent besides our own (a feed reader's If-None-Match, say; status 304 is
    then an answer, with an empty body). Raises FetchError when the address is private, the
    server fails or answers with an error, or size, time or number of redirects pass the limits.
    """
    deadline = time.monotonic() + limits.seconds
    with _client(deadline, allow_private) as client:
        for _ in range(limits.redirects + 1):
            try:
                answer = _get(client, url, limits, deadline, headers or {})
            except FetchError:
                raise
            except httpx.TimeoutException as error:
                raise FetchError(f"no answer within {limits.seconds:g} seconds") from error
            except (httpx.HTTPError, httpx.InvalidURL, ssl.SSLError, ValueError) as error:
                raise FetchError(_reason(error)) from error
            if isinstance(answer, Fetched):
                return answer
            url = answer
            before_redirect(url)
    raise FetchError(f"more than {limits.redirects} redirects")


def post(url: str, body: bytes, media_type: str, limits: Limits, allow_private: bool = False) -> None:
    """Send a body to one URL, under the same guard; redirects are not followed, the answer is not read.

    Raises FetchError when the address is private or the server does not answer with a 2xx status in time.
    """
    try:
        with (
            _client(time.monotonic() + limits.seconds, allow_private) as client,
            client.stream("POST", url, content=body, headers={"Content-Type": media_type}) as response,
        ):
            if not response.is_success:
                raise _refused(response)
    except FetchError:
        raise
    except httpx.TimeoutException as error:
        raise FetchError(f"no answer within {limits.seconds:g} seconds") from error
    except (httpx.HTTPError, httpx.InvalidURL, ssl.SSLError, ValueError) as error:
        raise FetchError(_reason(error)) from error


def _refused(response: httpx.Response) -> FetchError:
    answer = f"the server answered {response.status_code} {response.reason_phrase}".rstrip()
    return FetchError(answer, response.status_code, _retry_after(response.headers.get("retry-after", "")))


def _retry_after(value: str) -> float | None:
    """The seconds of a Retry-After header, which are a number or a date; None where it says neither."""
    if re.fullmatch(r"\d{1,9}", value.strip(), re.ASCII):
        return float(value)
    try:
        left = parsedate_to_datetime(value) - datetime.now(UTC)
    except (ValueError, TypeError, OverflowError):
        return None
    return max(0.0, left.total_seconds())


def _get(
    client: httpx.Client, url: str, limits: Limits, deadline: float, headers: Mapping[str, str]
) -> Fetched | str:
    """One request: the document, or the address that the server points to."""
    parsed = httpx.URL(url)
    if parsed.scheme not in ("http", "https") or not parsed.host:
        raise FetchError(f"not a web address: {url[:100]}")
    with client.stream("GET", parsed, headers=headers) as response:
        if response.is_redirect and "location" in response.headers:
            return str(parsed.join(response.headers["location"]))
        fields = {name.lower(): value for name, value in response.headers.items()}
        if response.status_code == 304:
            return Fetched(b"", "", None, str(parsed), 304, fields)
        if response.status_code != 200:
            raise _refused(response)
        body = _body(response.iter_raw(1 << 16), fields.get("content-encoding", ""), limits, deadline)
        media_type = fields.get("content-type", "").split(";")[0].strip().lower()
        return Fetched(body, media_type, response.charset_encoding, str(parsed), 200, fields)


def _body(chunks: Iterable[bytes], encoding: str, limits: Limits, deadline: float) -> bytes:
    """The decompressed body; stops reading at the limit, compressed or not."""
    encoding = encoding.strip().lower()
    if encoding not in ("", "identity", "gzip", "x-gzip", "deflate"):
        raise FetchError(f"the server sent an unknown content encoding ({encoding[:30]})")
    packed = encoding not in ("", "identity")
    unpacker = zlib.decompressobj(zlib.MAX_WBITS | 32) if packed else None
    body = bytearray()
    for chunk in chunks:
        if time.monotonic() > deadline:
            raise FetchError(f"not complete within {limits.seconds:g} seconds")
        while chunk:
            if unpacker is None:
                body += chunk
                break
            try:
                body += unpacker.decompress(chunk, limits.document_bytes + 1 - len(body))
            except zlib.error as error:
                raise FetchError("the server sent damaged compressed data") from error
            if len(body) > limits.document_bytes:
                break
            chunk = unpacker.unconsumed_tail
        if len(body) > limits.document_bytes:
            raise FetchError(f"larger than {limits.document_bytes / 1e6:g} MB")
    return bytes(body)


def _reason(error: Exception) -> str:
    text = str(error).strip().splitlines()
    return f"could not be fetched: {text[0][:150] if text else type(error).__name__}"


@cache
def _tls() -> ssl.SSLContext:
    """The trusted authorities; reading them takes a while."""
    return httpx.create_ssl_context(trust_env=False)


def _client(deadline: float, allow_private: bool) -> httpx.Client:
    """A client whose connections all pass through the guard."""
    transport = httpx.HTTPTransport(verify=_tls(), trust_env=False)
    transport._pool = httpcore.ConnectionPool(
        ssl_context=_tls(),
        network_backend=Guard(deadline, allow_private),
        max_keepalive_connections=0,
    )
    return httpx.Client(
        transport=transport,
        trust_env=False,
        follow_redirects=False,
        timeout=httpx.Timeout(_PATIENCE),
        headers={
            "User-Agent": f"lagebild/{version('lagebild')} (reads news articles)",
            "Accept": "text/html,application/xhtml+xml,application/xml;q=0.9,text/plain;q=0.8,*/*;q=0.5",
            "Accept-Encoding": "gzip, deflate",
            "Accept-Language": "de,en;q=0.5",
        },
    )


class Guard(httpcore.NetworkBackend):
    """Connects to checked addresses only, and never later than the deadline (``time.monotonic``)."""

    def __init__(self, deadline: float, allow_private: bool) -> None:
        self._deadline = deadline
        self._allow_private = allow_private
        self._inner = httpcore.SyncBackend()

    def connect_tcp(
        self,
        host: str,
        port: int,
        timeout: float | None = None,
        local_address: str | None = None,
        socket_options: Any = None,
    ) -> httpcore.NetworkStream:
        """Resolve, check, connect to the first address that answers."""
        failure: Exception = httpcore.ConnectError("no address")
        for address in self._addresses(host, port):
            try:
                stream = self._inner.connect_tcp(
                    str(address), port, _left(self._deadline, timeout), local_address, socket_options
                )
                return _Timed(stream, self._deadline)
            except httpcore.ConnectError as error:
                failure = error
        raise failure

    def connect_unix_socket(self, path: str, timeout: float | None = None, socket_options: Any = None) -> Any:
        """Never: a URL leads to a host."""
        raise httpcore.ConnectError("not a host")

    def sleep(self, seconds: float) -> None:
        """Wait between retries."""
        time.sleep(seconds)

    def _addresses(self, host: str, port: int) -> list[Address]:
        found = resolve(host, port, _left(self._deadline, _PATIENCE))
        if self._allow_private:
            return found
        allowed = [address for address in found if is_public(address)]
        if not allowed:
            raise FetchError(
                f"{host} is a private or local address ({found[0]}); --allow-private lets URLs lead there"
            )
        return allowed


class _Timed(httpcore.NetworkStream):
    """A connection that cannot be kept busy beyond the deadline, however slowly the bytes drip."""

    def __init__(self, inner: httpcore.NetworkStream, deadline: float) -> None:
        self._inner = inner
        self._deadline = deadline

    def read(self, max_bytes: int, timeout: float | None = None) -> bytes:
        """Read some bytes, at most until the deadline."""
        return self._inner.read(max_bytes, _left(self._deadline, timeout))

    def write(self, buffer: bytes, timeout: float | None = None) -> None:
        """Write all bytes, at most until the deadline."""
        self._inner.write(buffer, _left(self._deadline, timeout))

    def close(self) -> None:
        """Close the connection."""
        self._inner.close()

    def start_tls(
        self, ssl_context: ssl.SSLContext, server_hostname: str | None = None, timeout: float | None = None
    ) -> httpcore.NetworkStream:
        """Wrap the connection; the certificate is checked against the host name of the URL."""
        wrapped = self._inner.start_tls(ssl_context, server_hostname, _left(self._deadline, timeout))
        return _Timed(wrapped, self._deadline)

    def get_extra_info(self, info: str) -> Any:
        """What the pool asks of a connection."""
        return self._inner.get_extra_info(info)


def _left(deadline: float, timeout: float | None) -> float:
    left = deadline - time.monotonic()
    if left <= 0:
        raise httpcore.ReadTimeout("deadline passed")
    return min(left, timeout or left)


def resolve(host: str, port: int, seconds: float) -> list[Address]:
    """The addresses of a host. Raises FetchError when it has none or the name service takes too long."""
    answer: list[Any] = []

    def ask() -> None:
        try:
            answer.extend(socket.getaddrinfo(host, port, type=socket.SOCK_STREAM))
        except (OSError, UnicodeError):
            return

    asking = threading.Thread(target=ask, daemon=True)
    asking.start()
    asking.join(seconds)
    if asking.is_alive():
        raise FetchError(f"the name {host} could not be resolved in time")
    if not answer:
        raise FetchError(f"there is no host {host[:100]}")
    return [ipaddress.ip_address(entry[4][0].split("%")[0]) for entry in answer]


def is_public(address: Address) -> bool:
    """Whether an address belongs to the open internet, looking through the ways to write IPv4 in IPv6."""
    if isinstance(address, ipaddress.IPv6Address):
        if address in _NAT64:
            return is_public(ipaddress.IPv4Address(int(address) & 0xFFFFFFFF))
        inner = address.ipv4_mapped or address.sixtofour or (address.teredo[1] if address.teredo else None)
        if inner is not None:
            return is_public(inner)
    return address.is_global and not address.is_multicast and not address.is_reserved
