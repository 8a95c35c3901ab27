using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Integrationskonzept.Participation.Migrations
{
    /// <inheritdoc />
    public partial class SupportsAndComments : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<int>(
                name: "comments",
                table: "contributions",
                type: "integer",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.AddColumn<int>(
                name: "supports",
                table: "contributions",
                type: "integer",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.CreateTable(
                name: "comments",
                columns: table => new
                {
                    tenant = table.Column<string>(type: "character varying(63)", maxLength: 63, nullable: false),
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    contribution_id = table.Column<Guid>(type: "uuid", nullable: false),
                    parent_id = table.Column<Guid>(type: "uuid", nullable: true),
                    thread_id = table.Column<Guid>(type: "uuid", nullable: true),
                    author = table.Column<string>(type: "text", nullable: true),
                    organisation_id = table.Column<Guid>(type: "uuid", nullable: true),
                    organisation = table.Column<string>(type: "text", nullable: true),
                    text = table.Column<string>(type: "text", nullable: false),
                    written_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    edited_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    deleted = table.Column<bool>(type: "boolean", nullable: false),
                    replies = table.Column<int>(type: "integer", nullable: false),
                    version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_comments", x => new { x.tenant, x.id });
                });

            migrationBuilder.CreateTable(
                name: "supports",
                columns: table => new
                {
                    tenant = table.Column<string>(type: "character varying(63)", maxLength: 63, nullable: false),
                    contribution_id = table.Column<Guid>(type: "uuid", nullable: false),
                    supporter = table.Column<string>(type: "text", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_supports", x => new { x.tenant, x.contribution_id, x.supporter });
                });

            migrationBuilder.CreateIndex(
                name: "ix_comments_tenant_contribution_id_author",
                table: "comments",
                columns: new[] { "tenant", "contribution_id", "author" });

            migrationBuilder.CreateIndex(
                name: "ix_comments_tenant_contribution_id_id",
                table: "comments",
                columns: new[] { "tenant", "contribution_id", "id" },
                filter: "parent_id is null");

            migrationBuilder.CreateIndex(
                name: "ix_comments_tenant_parent_id_id",
                table: "comments",
                columns: new[] { "tenant", "parent_id", "id" });

            migrationBuilder.CreateIndex(
                name: "ix_comments_tenant_thread_id_id",
                table: "comments",
                columns: new[] { "tenant", "thread_id", "id" });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "comments");

            migrationBuilder.DropTable(
                name: "supports");

            migrationBuilder.DropColumn(
                name: "comments",
                table: "contributions");

            migrationBuilder.DropColumn(
                name: "supports",
                table: "contributions");
        }
    }
}
