/** A site's own labels, such as statuses and roles, as the settings show them. */

export interface LabelSettings {
  documentId: string;
  name: string;
  displayName: string;
  description: string | null;
  color: string | null;
  order: number;
  inUse: number;
}
