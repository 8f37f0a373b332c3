/** Temporary: what the server's contract will declare. */
export interface JobView {
  id: string;
  name: string;
  status: 'queued' | 'running' | 'done' | 'failed' | 'cancelled';
  done: number;
  total: number | null;
  failed: number;
  result: unknown;
  error: string | null;
  createdAt: string;
  finishedAt: string | null;
  createdBy: { id: number; name: string } | null;
}
