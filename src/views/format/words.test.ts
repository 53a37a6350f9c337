import { beforeAll, expect, it } from 'vitest';
import { speak } from '../messages/index.ts';
import { rowValueText } from './words.ts';

beforeAll(() => speak('de'));

it('tells a row’s codes in words, and leaves what the source wrote', () => {
  expect(rowValueText({ kind: 'social', value: '(asked-declined)' })).toBe('(gefragt, keine Auskunft)');
  expect(rowValueText({ kind: 'social', value: '(new-code)' })).toBe('(new-code)');
  expect(rowValueText({ kind: 'referral', value: 'urgent · CKD' })).toBe('dringend · CKD');
  expect(rowValueText({ kind: 'report', value: 'urgent · CKD' })).toBe('urgent · CKD');
  expect(rowValueText({ kind: 'goal', value: null })).toBeNull();
});
