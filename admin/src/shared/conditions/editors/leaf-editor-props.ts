export interface LeafEditorProps<Rule> {
  leaf: Rule;
  onChange: (leaf: Rule) => void;
}
