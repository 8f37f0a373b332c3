import type { VisitorKey } from './contract';

export interface CreatedVisitor {
  id: number;
  key: VisitorKey;
  contactId: number;
  documentId: string;
  /** Null when only the key is known. */
  sessionId: number | null;
}
