using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Integrationskonzept.Walkthrough;
using Microsoft.Kiota.Abstractions;

namespace Integrationskonzept.EndToEnd.Tests;

/// <summary>The API as it is on the wire: tests see what the generated client would not show, and send what it would not send.</summary>
static class JsonPlatform
{
    extension(Platform platform)
    {
        public Task<JsonNode> GetAsync(string? client, string path) => platform.DoAsync(client, HttpMethod.Get, path);

        public Task<JsonNode> PostAsync(string? client, string path, object? body) => platform.DoAsync(client, HttpMethod.Post, path, body);

        public Task<JsonNode> PutAsync(string client, string path, object body, int? version = null) =>
            platform.DoAsync(client, HttpMethod.Put, path, body, version);

        public Task<JsonNode> UntilAsync(string? client, string path, Func<JsonNode, bool> wanted, string what) =>
            Platform.UntilAsync<JsonNode>(async () => await platform.GetAsync(client, path), wanted, what);

        public async Task<(int Status, JsonNode? Body)> TryAsync(
            string? client,
            HttpMethod method,
            string path,
            object? body = null,
            int? version = null
        )
        {
            using var answer = await platform.AskAsync(client, method, path, body, version);
            var text = await answer.Content.ReadAsStringAsync();
            var isJson = answer.Content.Headers.ContentType?.MediaType?.EndsWith("json", StringComparison.Ordinal) == true;
            return ((int)answer.StatusCode, text.Length > 0 && isJson ? JsonNode.Parse(text) : null);
        }

        /// <summary>A file, with its media type.</summary>
        public async Task<(string? Type, byte[] Bytes)> DownloadAsync(string? client, string path)
        {
            using var answer = await platform.AskAsync(client, HttpMethod.Get, path);
            answer.IsSuccessStatusCode.ShouldBeTrue($"GET {path} as {client ?? "anonymous"} answered {(int)answer.StatusCode}");
            return (answer.Content.Headers.ContentType?.MediaType, await answer.Content.ReadAsByteArrayAsync());
        }

        async Task<JsonNode> DoAsync(string? client, HttpMethod method, string path, object? body = null, int? version = null)
        {
            var (status, told) = await platform.TryAsync(client, method, path, body, version);
            return status is >= 200 and < 300
                ? told ?? new JsonObject()
                : throw new ApiException($"{method} {path} as {client ?? "anonymous"} answered {status}: {told?["detail"] ?? told}");
        }

        async Task<HttpResponseMessage> AskAsync(string? client, HttpMethod method, string path, object? body = null, int? version = null)
        {
            using var request = new HttpRequestMessage(method, path);
            request.Content = body is null ? null : JsonContent.Create(body, body.GetType());
            request.Headers.Authorization = client is null ? null : new("Bearer", await platform.Tokens.OfAsync(client));
            if (version is not null)
                request.Headers.Add("If-Match", $"\"{version}\"");
            return await platform.Http.SendAsync(request);
        }
    }

    extension(Process process)
    {
        public string Api => $"/api/v1/{process.Tenant}";
        public string Coordinator => process.Client("coordinator");
        public string Moderator => process.Client("moderator");
        public string Editor => process.Client("editor");

        /// <summary>All items of a list, page by page.</summary>
        public async Task<List<JsonNode>> ListAsync(string client, string resource)
        {
            var items = new List<JsonNode>();
            for (var after = ""; after is not null; )
            {
                var page = await process.Platform.GetAsync(client, $"{process.Api}/{resource}{after}");
                items.AddRange(page["items"]!.AsArray()!);
                after = page["next"] is { } next ? $"?after={next}" : null;
            }
            return items;
        }
    }
}
