import { describe, expect, it } from 'vitest';
import type { FactId, FactKind } from '../../record/index.ts';
import type { Row } from '../../timeline/index.ts';
import { grouped } from './groups.ts';

interface Told {
  readonly kind?: FactKind;
  readonly safety?: boolean;
  readonly against?: readonly string[];
  readonly role?: string;
}

const row = (id: string, { kind = 'medication', safety = true, against = [], role }: Told = {}): Row => ({
  id: id as FactId,
  kind,
  title: id,
  role: role ?? null,
  value: null,
  time: null,
  status: 'active',
  standing: 'current',
  sources: [],
  flags: {
    conflict: true,
    safety,
    abnormal: null,
    retracted: false,
    masked: false,
    unsafe: false,
    possiblySame: false,
    outside: false,
  },
  disputes: against.map((other) => ({
    field: kind === 'allergy' ? 'contradicts' : 'duplicate-therapy',
    weight: 'safety',
    other: other as FactId,
    values: [],
  })),
});
const told = (rows: readonly Row[]) => grouped(rows).map((group) => group.rows.map(({ id }) => id));

describe('what stands against each other', () => {
  it('is told together and once, however long the chain', () => {
    const rows = [
      row('apixaban', { against: ['warfarin'] }),
      row('metformin'),
      row('warfarin', { against: ['apixaban', 'heparin'] }),
      row('heparin', { against: ['warfarin'] }),
    ];
    expect(told(rows)).toEqual([['apixaban', 'warfarin', 'heparin'], ['metformin']]);
    expect(grouped(rows)[0]?.relation).toBe('duplicate-therapy');
    expect(grouped(rows)[1]?.relation).toBeNull();
  });

  it('puts a denial below what it denies', () => {
    const rows = [
      row('none', { kind: 'allergy', role: 'none-known', against: ['penicillin'] }),
      row('penicillin', { kind: 'allergy', against: ['none'] }),
    ];
    expect(told(rows)).toEqual([['penicillin', 'none']]);
    expect(grouped(rows)[0]?.relation).toBe('contradicts');
  });

  it('comes before what bears on no safety, and drugs before the rest', () => {
    const rows = [
      row('report', { kind: 'report', safety: false }),
      row('problem', { kind: 'condition' }),
      row('drug'),
    ];
    expect(told(rows)).toEqual([['drug'], ['problem'], ['report']]);
  });

  it('does not fail where the other row was not read', () => {
    expect(told([row('apixaban', { against: ['beyond the page'] })])).toEqual([['apixaban']]);
  });
});
