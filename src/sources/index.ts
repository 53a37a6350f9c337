export type { ConnectionState, Organisation, SignedIn, Tokens } from './connection.ts';
