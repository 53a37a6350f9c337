import type { SignInProblem } from '../../session/index.ts';
import { t } from '../messages/index.ts';

type Remedy = keyof typeof t.signInProblem.remedies;

const REMEDY: Readonly<Record<SignInProblem['kind'], Remedy>> = {
  unreachable: 'later',
  'bad-discovery': 'server',
  'no-endpoints': 'server',
  'no-pkce': 'server',
  'issuer-differs': 'site',
  'issuer-not-allowed': 'address',
  'bad-launch': 'reopen',
  'unknown-state': 'again',
  'too-late': 'again',
  'mixed-up': 'site',
  'bad-callback': 'again',
  declined: 'allow',
  'login-required': 'again',
  refused: 'site',
  'bad-token-answer': 'again',
  'identity-not-verified': 'site',
  'popup-closed': 'here',
  'no-storage': 'windows',
  'no-such-organisation': 'site',
  'another-patient': 'choose',
};

/** What happened and what can be done, for the person in front of it. */
export function signInProblemText(problem: SignInProblem, name: string | null): string {
  const { server, says, remedies } = t.signInProblem;
  return `${says[problem.kind](name ?? server)} ${remedies[REMEDY[problem.kind]]}`;
}

/** For whoever looks into it: copyable, without a secret or clinical content, in the words of standards and servers. */
export function signInProblemDetail(problem: SignInProblem): string | undefined {
  switch (problem.kind) {
    case 'unreachable':
    case 'bad-discovery':
      return `${problem.url}: ${problem.detail}`;
    case 'issuer-differs':
      return `issuer expected: ${problem.expected}; got: ${problem.got ?? 'none'}`;
    case 'refused':
      return [problem.error, problem.detail].filter(Boolean).join(': ');
    default:
      return 'detail' in problem ? problem.detail : undefined;
  }
}
