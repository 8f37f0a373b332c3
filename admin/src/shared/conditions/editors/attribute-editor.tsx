import type { AttributeRule } from '../../../../../server/src/modules/conditions/contract';
import { QuestionFields } from './field-question';
import type { LeafEditorProps } from './leaf-editor-props';

export const AttributeEditor = ({ leaf, onChange }: LeafEditorProps<AttributeRule>) => (
  <QuestionFields question={leaf} of="contact" onChange={onChange} />
);
