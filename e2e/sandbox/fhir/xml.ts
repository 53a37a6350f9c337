import { escapeHtml } from '../http.ts';

/** FHIR JSON as FHIR XML, for servers that speak XML to whoever does not ask for JSON. */
export function toXml(json: string): string {
  const root = JSON.parse(json) as Record<string, unknown>;
  return `<?xml version="1.0" encoding="UTF-8"?>${resource(root, ' xmlns="http://hl7.org/fhir"')}`;
}

function resource(value: Record<string, unknown>, attributes = ''): string {
  const name = String(value['resourceType']);
  return `<${name}${attributes}>${children(value)}</${name}>`;
}

const children = (value: Record<string, unknown>): string =>
  Object.entries(value)
    .filter(([name]) => name !== 'resourceType' && !name.startsWith('_'))
    .map(([name, member]) =>
      (Array.isArray(member) ? member : [member]).map((one: unknown) => element(name, one)).join(''),
    )
    .join('');

function element(name: string, value: unknown): string {
  if (value === null || value === undefined) return '';
  if (name === 'div' && typeof value === 'string') return value;
  if (typeof value !== 'object') return `<${name} value="${escapeHtml(String(value))}"/>`;
  const members = value as Record<string, unknown>;
  const inner = 'resourceType' in members ? resource(members) : children(members);
  return `<${name}>${inner}</${name}>`;
}
