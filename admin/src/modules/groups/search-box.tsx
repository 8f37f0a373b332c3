import { useEffect, useState } from 'react';
import { Searchbar, SearchForm } from '@strapi/design-system';
import { useTranslate } from '../../shared/translate';

const DEBOUNCE_MILLISECONDS = 250;

interface SearchBoxProps {
  label: string;
  onSearch: (q: string) => void;
  size?: 'S' | 'M';
}

/** Searches a moment after the last letter. */
export const SearchBox = ({ label, onSearch, size = 'M' }: SearchBoxProps) => {
  const t = useTranslate();
  const [text, setText] = useState('');
  useEffect(() => {
    const timer = setTimeout(() => onSearch(text.trim()), DEBOUNCE_MILLISECONDS);
    return () => clearTimeout(timer);
  }, [text, onSearch]);
  return (
    <SearchForm onSubmit={(event) => event.preventDefault()}>
      <Searchbar
        name="q"
        size={size}
        value={text}
        placeholder={label}
        clearLabel={t('common.clear')}
        onChange={(event) => setText(event.target.value)}
        onClear={() => setText('')}
      >
        {label}
      </Searchbar>
    </SearchForm>
  );
};
