import type { IdSource } from '../../../ports/id-source.ts';
import { answerChallenge } from '../authentication/answer-challenge.ts';
import { parseAuthentication } from '../message/challenge.ts';
import type { SipResponse } from '../message/message.ts';
import type { Credentials } from '../dialog/credentials.ts';
import type { TrunkCredentials } from './trunk-settings.ts';

/** Answers a trunk's challenges with the account that the operator gave for it. */
export function digestCredentials(account: TrunkCredentials, ids: IdSource): Credentials {
  return {
    answer(challenge, request) {
      if (!asksFor(challenge, account.realm)) return null;
      return answerChallenge(challenge, { request, account, cnonce: ids.secret(12), count: 1 });
    },
  };
}

/** A realm that was set keeps the account from being used towards anybody else. */
function asksFor(challenge: SipResponse, realm: string | undefined): boolean {
  if (realm === undefined) return true;
  return challenge.headers.some(
    ({ name, value }) =>
      name.endsWith('-Authenticate') && parseAuthentication(value)?.pairs.get('realm') === realm,
  );
}
