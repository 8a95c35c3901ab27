using System.Diagnostics;

namespace Integrationskonzept.Testing;

/// <summary>For what happens soon, but not at once.</summary>
public static class Eventually
{
    /// <summary>How long a test waits for anything: only one that fails ever waits that long, also on a busy machine.</summary>
    public static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);

    /// <summary>Asks until the answer is there, or fails with the last reason.</summary>
    public static async Task<T> GetAsync<T>(Func<Task<T?>> ask, string what)
        where T : class
    {
        Exception? last = null;
        for (var waited = Stopwatch.StartNew(); waited.Elapsed < Patience; await Task.Delay(50))
        {
            try
            {
                if (await ask() is { } answer)
                    return answer;
            }
            catch (Exception failure)
            {
                last = failure;
            }
        }
        throw new TimeoutException($"Did not happen within {Patience.TotalMinutes} minutes: {what}. {last?.Message}");
    }

    /// <summary>Waits until it is true.</summary>
    public static Task TrueAsync(Func<Task<bool>> ask, string what) => GetAsync(async () => await ask() ? what : null, what);
}
