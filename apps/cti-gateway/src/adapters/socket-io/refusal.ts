import type { Problem } from '@ringside/shared/protocol/problem';

/** A refused handshake: socket.io sends `data` along with connect_error. */
export const refusal = (problem: Problem): Error & { readonly data: Problem } =>
  Object.assign(new Error(problem.problem), { data: problem });
