const reasons: Readonly<Record<string, string>> = {
  EADDRINUSE: 'another program listens on this port',
  EACCES: 'this user may not listen on it (ports under 1024 belong to root)',
  EADDRNOTAVAIL: 'this machine has no such address',
};

/** The web server could not listen; the message names the setting and how to change it. */
export class HttpListenFault extends Error {
  constructor(host: string, port: number, cause: NodeJS.ErrnoException) {
    const what = cause.code === 'EADDRNOTAVAIL' ? `http.host is ${host}` : `http.port is ${port}`;
    const why = reasons[cause.code ?? ''] ?? cause.message;
    const remedy =
      cause.code === 'EADDRNOTAVAIL'
        ? 'Set http.host (or RINGSIDE_HTTP_HOST) to an address of this machine.'
        : 'Set http.port (or RINGSIDE_HTTP_PORT) to a free one, or stop the other program.';
    super(`${what}; ${why}, so no desk could connect. ${remedy}`, { cause });
    this.name = 'HttpListenFault';
  }
}
