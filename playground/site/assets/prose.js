/** The little Markdown the magazine uses: paragraphs, `##` headings, `-` lists, `>` quotes. */
import { element } from './element.js';

export const prose = (markdown) =>
  (markdown ?? '')
    .split(/\n{2,}/)
    .map((block) => block.trim())
    .filter(Boolean)
    .map(toElement);

const toElement = (block) => {
  if (block.startsWith('## ')) return element('h2', {}, block.slice(3));
  if (block.startsWith('> ')) return element('blockquote', {}, block.replace(/^> /gm, ''));
  if (block.startsWith('- ')) {
    const items = block.split('\n').map((line) => element('li', {}, line.replace(/^- /, '')));
    return element('ul', {}, ...items);
  }
  return element('p', {}, block.replace(/\n/g, ' '));
};
