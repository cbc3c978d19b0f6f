/** What a cell shows, on its way to the clients. */
export interface Display {
  data: Record<string, unknown>;
  metadata?: Record<string, unknown>;
  displayId?: string;
  update?: boolean;
}
