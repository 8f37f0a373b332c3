/** A column that a module gives to the list of a module above it. */
import type { ComponentType } from 'react';
import type { Guarded } from '../guarded';
import type { TranslationId } from '../translate';

export interface AddedColumnView extends Guarded {
  /** The list: `contacts`. */
  of: string;
  /** As on the server, which sends it with a row when the list asks for it. */
  name: string;
  label: TranslationId;
  /** In rem. */
  width: number;
  Cell: ComponentType<{ value: unknown }>;
}
