using System.Text.Json;

namespace Integrationskonzept.Benchmarks;

/// <summary>What was measured, for comparing with another day.</summary>
static class BenchFile
{
    static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web) { WriteIndented = true };

    /// <param name="name">Of the file in <c>artifacts/bench</c>.</param>
    /// <param name="result">Numbers with their names.</param>
    public static async Task KeepAsync(string name, object result)
    {
        var folder = Directory.CreateDirectory(Path.Combine("artifacts", "bench")).FullName;
        await File.WriteAllTextAsync(Path.Combine(folder, $"{name}.json"), JsonSerializer.Serialize(result, Json));
    }
}
