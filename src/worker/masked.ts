import { DEFAULT_POLICY, isMasked } from '../consent/index.ts';
import type { Merged } from '../record/index.ts';

export const masked = (merged: Merged): boolean => isMasked(merged.sensitivity, DEFAULT_POLICY);
