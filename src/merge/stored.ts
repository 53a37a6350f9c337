import { parseDate, type Fact } from '../record/index.ts';

/** When its server stored it; null where that is not told. */
export const storedAt = ({ provenance }: Fact): number | null =>
  provenance.lastUpdated === null ? null : (parseDate(provenance.lastUpdated)?.from ?? null);
