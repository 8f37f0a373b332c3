import type { Audience } from '../../../../../server/src/modules/personalisation/contract';
import type { AudienceChange } from './read-audience';

/** Of one part of the audience's form. */
export interface PartProps {
  audience: Audience;
  disabled: boolean;
  onChange: (change: AudienceChange) => void;
}
