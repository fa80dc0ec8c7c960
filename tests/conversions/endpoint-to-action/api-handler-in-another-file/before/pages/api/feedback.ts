export { default as /*|*/default } from '@/features/feedback/api';
