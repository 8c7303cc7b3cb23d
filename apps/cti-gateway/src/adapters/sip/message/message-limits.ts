/** What a message may cost before it is refused; RFC 3261 sets no bounds, so these are generous for telephony. */
export interface MessageLimits {
  /** start line, headers and body together, in octets */
  readonly messageBytes: number;
  /** header values after lists were split */
  readonly headerCount: number;
  /** one header with its folded lines, in characters */
  readonly headerLength: number;
  /** in characters */
  readonly uriLength: number;
}

export const MESSAGE_LIMITS: MessageLimits = {
  messageBytes: 65_535,
  headerCount: 256,
  headerLength: 8_192,
  uriLength: 2_048,
};
