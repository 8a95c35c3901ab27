using System.Runtime.CompilerServices;
using System.Text;

namespace Aspire.Hosting.ApplicationModel;

/// <summary>Text with parts that are known only once the application starts.</summary>
public sealed class ReferenceExpression : IValueProvider
{
    private readonly IReadOnlyList<object> parts;

    internal ReferenceExpression(IReadOnlyList<object> parts) => this.parts = parts;

    /// <summary>From an interpolated string.</summary>
    public static ReferenceExpression Create(in ExpressionInterpolatedStringHandler handler) => handler.ToExpression();

    /// <inheritdoc />
    public async ValueTask<string?> GetValueAsync(CancellationToken cancellationToken = default)
    {
        var text = new StringBuilder();
        foreach (var part in parts)
            text.Append(part is IValueProvider provider ? await provider.GetValueAsync(cancellationToken) : (string)part);
        return text.ToString();
    }

    /// <summary>Collects the parts of an interpolated string.</summary>
    [InterpolatedStringHandler]
    public readonly ref struct ExpressionInterpolatedStringHandler
    {
        private readonly List<object> parts;

        /// <summary>Called by the compiler.</summary>
        public ExpressionInterpolatedStringHandler(int literalLength, int formattedCount) =>
            parts = new List<object>((2 * formattedCount) + Math.Sign(literalLength));

        /// <summary>Fixed text.</summary>
        public void AppendLiteral(string value) => parts.Add(value);

        /// <summary>Fixed text.</summary>
        public void AppendFormatted(string? value) => parts.Add(value ?? "");

        /// <summary>A value known later.</summary>
        public void AppendFormatted<T>(T valueProvider) where T : IValueProvider => parts.Add(valueProvider);

        /// <summary>A resource's value known later.</summary>
        public void AppendFormatted<T>(IResourceBuilder<T> valueProvider) where T : IResource, IValueProvider => parts.Add(valueProvider.Resource);

        internal ReferenceExpression ToExpression() => new([.. parts]);
    }
}
