/** The modules in the order of `server/src/modules/index.ts`, which is the direction of imports. */
import ts from 'typescript';
import { nodesOf, parse } from './imports';
import type { SourceTree } from './source-tree';

const LIST = 'server/src/modules/index.ts';

/** Folder names, lowest module first. Throws when the list is not a plain array of imported modules. */
export const moduleOrder = (tree: SourceTree): string[] => {
  const text = tree.get(LIST);
  if (text === undefined) throw new Error(`${LIST} is missing`);
  const nodes = nodesOf(parse(LIST, text));
  const folders = importedFolders(nodes);
  return listedNames(nodes).map((name) => {
    const folder = folders.get(name);
    if (folder === undefined) throw new Error(`${LIST} lists ${name}, which is not imported`);
    return folder;
  });
};

const importedFolders = (nodes: ts.Node[]): Map<string, string> =>
  new Map(
    nodes.filter(ts.isImportDeclaration).flatMap((node) => {
      const specifier = ts.isStringLiteral(node.moduleSpecifier) ? node.moduleSpecifier.text : '';
      const bindings = node.importClause?.namedBindings;
      if (!specifier.startsWith('./') || !bindings || !ts.isNamedImports(bindings)) return [];
      return bindings.elements.map((element): [string, string] => [
        element.name.text,
        specifier.slice('./'.length),
      ]);
    })
  );

const listedNames = (nodes: ts.Node[]): string[] => {
  const list = nodes
    .filter(ts.isVariableDeclaration)
    .find((node) => ts.isIdentifier(node.name) && node.name.text === 'modules')?.initializer;
  if (!list || !ts.isArrayLiteralExpression(list)) {
    throw new Error(`${LIST} has no array named "modules"`);
  }
  return list.elements.map((element) => element.getText());
};
