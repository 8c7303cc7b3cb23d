import { header } from '../message/header.ts';
import type { SipRequest } from '../message/message.ts';
import type { IncomingRequest } from '../stack.ts';
import { tagOf } from './dialog.ts';

/** Whoever owns the dialogs behind one local tag: one for a call that came in, several for a call that was forked. */
export interface DialogOwner {
  readonly callId: string;
  /** False when the peer's tag is none of its dialogs. */
  receive(incoming: IncomingRequest, remoteTag: string): boolean;
}

/** All dialogs by our tag, which is ours alone (RFC 3261 section 12: Call-ID, local tag and remote tag together). */
export class Dialogs {
  readonly #owners = new Map<string, DialogOwner>();

  add(localTag: string, owner: DialogOwner): void {
    this.#owners.set(localTag, owner);
  }

  remove(localTag: string): void {
    this.#owners.delete(localTag);
  }

  get size(): number {
    return this.#owners.size;
  }

  /** False when the request belongs to no dialog of ours: 481, or silence for an ACK. */
  receive(incoming: IncomingRequest): boolean {
    const { request } = incoming;
    const owner = this.#owners.get(localTagOf(request) ?? '');
    if (owner === undefined || owner.callId !== header(request, 'Call-ID')) return false;
    return owner.receive(incoming, tagOf(header(request, 'From')) ?? '');
  }
}

/** The To tag of a request: null for one outside dialogs. */
export const localTagOf = (request: SipRequest): string | null => tagOf(header(request, 'To'));
