/** One statistic of samples; undefined where there are none, as AWS then has no data point. */
export function reduceSamples(statistic: string, samples: readonly number[]): number | undefined {
  if (samples.length === 0) return undefined;
  const sum = samples.reduce((total, sample) => total + sample, 0);
  switch (statistic) {
    case "SampleCount":
      return samples.length;
    case "Sum":
      return round(sum);
    case "Average":
      return round(sum / samples.length);
    case "Minimum":
      return samples.reduce((least, sample) => Math.min(least, sample));
    case "Maximum":
      return samples.reduce((most, sample) => Math.max(most, sample));
    default:
      return percentile(samples, Number(statistic.slice(1)));
  }
}

function percentile(samples: readonly number[], rank: number): number | undefined {
  const sorted = samples.toSorted((one, other) => one - other);
  return sorted[Math.min(sorted.length - 1, Math.max(0, Math.ceil((rank / 100) * sorted.length) - 1))];
}

/** Sums of hundredths would show how floating point adds. */
function round(value: number): number {
  return Math.round(value * 1e6) / 1e6;
}
