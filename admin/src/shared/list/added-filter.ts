/** A filter that a module gives to the list of a module above it, which knows nothing of it. */
import type { ComponentType } from 'react';
import type { Guarded } from '../guarded';
import type { TranslationId } from '../translate';

export interface AddedFilterProps {
  values: string[];
  onChange: (values: string[]) => void;
}

export interface AddedFilterView extends Guarded {
  /** The list: `contacts`. */
  of: string;
  /** As the server's query and the list's address call it; several values stand with commas. */
  parameter: string;
  label: TranslationId;
  Editor: ComponentType<AddedFilterProps>;
  /** What is chosen, in words. */
  Summary: ComponentType<Pick<AddedFilterProps, 'values'>>;
}
