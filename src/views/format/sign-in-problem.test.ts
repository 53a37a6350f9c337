import { beforeAll, describe, expect, it } from 'vitest';
import { LANGUAGES } from '../../base/index.ts';
import type { SignInProblem } from '../../session/index.ts';
import { speak } from '../messages/index.ts';
import { signInProblemDetail, signInProblemText } from './sign-in-problem.ts';

const PROBLEMS: { readonly [K in SignInProblem['kind']]: Extract<SignInProblem, { kind: K }> } = {
  unreachable: { kind: 'unreachable', url: 'https://a.example/x', detail: 'no answer' },
  'bad-discovery': { kind: 'bad-discovery', url: 'https://a.example/x', detail: 'status 404' },
  'no-endpoints': { kind: 'no-endpoints', detail: 'no token_endpoint' },
  'no-pkce': { kind: 'no-pkce', detail: 'no S256' },
  'issuer-differs': { kind: 'issuer-differs', expected: 'https://a.example', got: null },
  'issuer-not-allowed': { kind: 'issuer-not-allowed' },
  'bad-launch': { kind: 'bad-launch', detail: 'no launch' },
  'unknown-state': { kind: 'unknown-state' },
  'too-late': { kind: 'too-late' },
  'mixed-up': { kind: 'mixed-up', detail: 'iss' },
  'bad-callback': { kind: 'bad-callback', detail: 'no code' },
  declined: { kind: 'declined' },
  'login-required': { kind: 'login-required' },
  refused: { kind: 'refused', error: 'invalid_scope', detail: null },
  'bad-token-answer': { kind: 'bad-token-answer', detail: 'status 400' },
  'identity-not-verified': { kind: 'identity-not-verified', detail: 'expired' },
  'popup-closed': { kind: 'popup-closed' },
  'no-storage': { kind: 'no-storage' },
  'no-such-organisation': { kind: 'no-such-organisation' },
  'another-patient': { kind: 'another-patient' },
};

describe.each(LANGUAGES)('why a sign-in did not happen, in %s', (language) => {
  beforeAll(() => speak(language));

  it.each(Object.values(PROBLEMS))('says what happened and what can be done: $kind', (problem) => {
    for (const name of ['County HIE', null]) {
      const text = signInProblemText(problem, name);
      expect(text).toMatch(/^\p{Lu}.*\. \p{Lu}.*\.$/u);
      expect(text).not.toMatch(/undefined|null|\[object/);
    }
    if ('detail' in problem && problem.detail !== null)
      expect(signInProblemDetail(problem)).toContain(problem.detail);
  });
});
