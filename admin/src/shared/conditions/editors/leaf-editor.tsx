/** The inputs of one row, by what kind of question it is. */
import type { ComponentType } from 'react';
import type { Leaf } from '../../../../../server/src/modules/conditions/contract';
import { isRegistered, type BuiltInLeaf, type LeafTypeName } from '../leaves/leaf-types';
import { AccountActivityEditor } from './account-activity-editor';
import { AccountEditor } from './account-editor';
import { ActivityEditor } from './activity-editor';
import { AttributeEditor } from './attribute-editor';
import { ConsentEditor } from './consent-editor';
import { ContentEditor } from './content-editor';
import type { LeafEditorProps } from './leaf-editor-props';
import { GroupEditor, ScoreEditor } from './named-editors';
import { RegisteredEditor } from './registered-editor';
import { SequenceEditor } from './sequence-editor';
import { TimeEditor } from './time-editor';

type Editors = {
  [Type in LeafTypeName]: ComponentType<LeafEditorProps<Extract<BuiltInLeaf, { type: Type }>>>;
};

const EDITORS: Editors = {
  attribute: AttributeEditor,
  account: AccountEditor,
  activity: ActivityEditor,
  sequence: SequenceEditor,
  accountActivity: AccountActivityEditor,
  content: ContentEditor,
  group: GroupEditor,
  score: ScoreEditor,
  consent: ConsentEditor,
  time: TimeEditor,
};

export const LeafEditor = ({ leaf, onChange }: LeafEditorProps<Leaf>) => {
  if (isRegistered(leaf)) return <RegisteredEditor leaf={leaf} onChange={onChange} />;
  const builtIn = leaf as BuiltInLeaf;
  const Editor = EDITORS[builtIn.type] as ComponentType<LeafEditorProps<BuiltInLeaf>>;
  return <Editor leaf={builtIn} onChange={onChange} />;
};
