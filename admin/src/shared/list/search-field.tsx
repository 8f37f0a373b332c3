import { useEffect, useRef, useState, type RefObject } from 'react';
import { Searchbar, SearchForm } from '@strapi/design-system';
import { useTranslate } from '../translate';

interface SearchFieldProps {
  /** What it searches in. */
  label: string;
  value: string;
  onSearch: (text: string) => void;
  inputRef: RefObject<HTMLInputElement>;
}

const DEBOUNCE_MILLISECONDS = 250;

/** Searches a moment after the last letter, and at once on Enter. */
export const SearchField = ({ label, value, onSearch, inputRef }: SearchFieldProps) => {
  const t = useTranslate();
  const [text, setText] = useState(value);
  const [searched, setSearched] = useState(value);
  const search = useRef(onSearch);
  useEffect(() => {
    search.current = onSearch;
  });
  // The address changed by itself (Back, a link): the field follows.
  if (value !== searched) {
    setSearched(value);
    setText(value);
  }
  useEffect(() => {
    if (text === searched) return undefined;
    const timer = setTimeout(() => {
      setSearched(text);
      search.current(text);
    }, DEBOUNCE_MILLISECONDS);
    return () => clearTimeout(timer);
  }, [text, searched]);
  const searchNow = () => {
    setSearched(text);
    onSearch(text);
  };
  return (
    <SearchForm
      onSubmit={(event) => {
        event.preventDefault();
        searchNow();
      }}
    >
      <Searchbar
        ref={inputRef}
        name="q"
        value={text}
        placeholder={label}
        clearLabel={t('common.clear')}
        onChange={(event) => setText(event.target.value)}
        onClear={() => setText('')}
        aria-keyshortcuts="/"
      >
        {label}
      </Searchbar>
    </SearchForm>
  );
};
