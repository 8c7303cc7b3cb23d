/**
 * sip.js answers only the first challenge of a 401 and only MD5, while a registrar lists SHA-256 first (RFC 8760 section
 * 2.4). The other challenges are taken out before it reads the response. The secret is random and lives for minutes, so
 * MD5 gives nothing away that can be used.
 */
export function keepMd5Challenge(message: string): string {
  if (!message.startsWith('SIP/2.0 401') && !message.startsWith('SIP/2.0 407')) return message;
  const lines = message.split('\r\n');
  const kept = lines.filter((line) => !isOtherChallenge(line));
  return kept.some(isChallenge) ? kept.join('\r\n') : message;
}

const isChallenge = (line: string): boolean => {
  const name = line.slice(0, line.indexOf(':')).trim().toLowerCase();
  return name === 'www-authenticate' || name === 'proxy-authenticate';
};

function isOtherChallenge(line: string): boolean {
  const algorithm = /[\s,]algorithm\s*=\s*"?([A-Za-z0-9-]+)/i.exec(line);
  return isChallenge(line) && algorithm !== null && algorithm[1]?.toUpperCase() !== 'MD5';
}
