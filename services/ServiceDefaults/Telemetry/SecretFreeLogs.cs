using System.Collections;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace Integrationskonzept.ServiceDefaults.Telemetry;

/// <summary>
/// Leaves the secrets of addresses out of all that is logged, at any level, by anybody: messages, values, scopes and exceptions.
/// </summary>
sealed class SecretFreeLogs(
    IEnumerable<ILoggerProvider> providers,
    IOptionsMonitor<LoggerFilterOptions> filters,
    IOptions<LoggerFactoryOptions> options
) : ILoggerFactory
{
    readonly LoggerFactory factory = new(providers, filters, options);

    public ILogger CreateLogger(string categoryName) => new Logger(factory.CreateLogger(categoryName));

    public void AddProvider(ILoggerProvider provider) => factory.AddProvider(provider);

    public void Dispose() => factory.Dispose();

    sealed class Logger(ILogger inner) : ILogger
    {
        public bool IsEnabled(LogLevel logLevel) => inner.IsEnabled(logLevel);

        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => inner.BeginScope(new Entry(state, state.ToString()));

        public void Log<TState>(
            LogLevel logLevel,
            EventId eventId,
            TState state,
            Exception? exception,
            Func<TState, Exception?, string> formatter
        )
        {
            if (!IsEnabled(logLevel))
                return;
            var entry = new Entry(state, formatter(state, exception));
            inner.Log(logLevel, eventId, entry, Clean(exception), (clean, _) => clean.ToString());
        }

        static Exception? Clean(Exception? exception)
        {
            var text = exception?.ToString() ?? "";
            var clean = UrlSecrets.LeaveOut(text);
            return clean == text ? exception : new SecretFreeException(exception!, clean);
        }
    }

    /// <summary>The values and the text of a state as they are now: a request's scope looks at the request when it is asked.</summary>
    sealed class Entry(object? state, string? text) : IReadOnlyList<KeyValuePair<string, object?>>
    {
        readonly string text = UrlSecrets.LeaveOut(text ?? "");
        readonly List<KeyValuePair<string, object?>> values = [.. Values(state)];

        public int Count => values.Count;

        public KeyValuePair<string, object?> this[int index] => values[index];

        public IEnumerator<KeyValuePair<string, object?>> GetEnumerator() => values.GetEnumerator();

        public override string ToString() => text;

        IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

        static IEnumerable<KeyValuePair<string, object?>> Values(object? state) =>
            state switch
            {
                IEnumerable<KeyValuePair<string, object?>> pairs => pairs.Select(pair => KeyValuePair.Create(pair.Key, Clean(pair.Value))),
                _ => [],
            };

        // Also of what is no text but shows itself as one: an address, a path.
        static object? Clean(object? value)
        {
            var text = value?.ToString() ?? "";
            var clean = UrlSecrets.LeaveOut(text);
            return clean == text ? value : clean;
        }
    }
}

/// <summary>Stands for an exception whose text names a secret.</summary>
sealed class SecretFreeException(Exception original, string text) : Exception(UrlSecrets.LeaveOut(original.Message))
{
    public override string ToString() => text;

    public override string? StackTrace => original.StackTrace;
}
