/**
 * v3-ActReason purposes of use that lie inside another: whoever may treat may treat in an emergency, and whoever may
 * not treat may not call it an emergency. Source: HL7 Terminology (THO), CodeSystem v3-ActReason, CC0.
 */
const INSIDE: Readonly<Record<string, string>> = {
  ETREAT: 'TREAT',
  BTG: 'ETREAT',
  ERTREAT: 'TREAT',
  CAREMGT: 'TREAT',
  CLINTRCH: 'TREAT',
  COC: 'TREAT',
  POPHLTH: 'TREAT',
  CLMATTCH: 'HPAYMT',
  COVAUTH: 'HPAYMT',
  ELIGDTRM: 'HPAYMT',
};

/** True where acting for `purpose` is acting for `wide` too. */
export function isFor(purpose: string, wide: string): boolean {
  for (let at: string | undefined = purpose; at !== undefined; at = INSIDE[at]) if (at === wide) return true;
  return false;
}
