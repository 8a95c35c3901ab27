using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Integrationskonzept.Participation.Migrations
{
    /// <inheritdoc />
    public partial class Representation : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "district_statistics",
                columns: table => new
                {
                    tenant = table.Column<string>(type: "character varying(63)", maxLength: 63, nullable: false),
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    source = table.Column<string>(type: "character varying(300)", maxLength: 300, nullable: false),
                    url = table.Column<string>(type: "character varying(500)", maxLength: 500, nullable: false),
                    as_of = table.Column<DateOnly>(type: "date", nullable: false),
                    licence = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    questions = table.Column<string>(type: "jsonb", nullable: false),
                    version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_district_statistics", x => new { x.tenant, x.id });
                });

            migrationBuilder.CreateTable(
                name: "representation_turns",
                columns: table => new
                {
                    tenant = table.Column<string>(type: "character varying(63)", maxLength: 63, nullable: false),
                    topic_area_id = table.Column<Guid>(type: "uuid", nullable: false),
                    pseudonym = table.Column<byte[]>(type: "bytea", nullable: false),
                    sent = table.Column<byte[]>(type: "bytea", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_representation_turns", x => new { x.tenant, x.topic_area_id, x.pseudonym });
                });

            migrationBuilder.CreateTable(
                name: "representations",
                columns: table => new
                {
                    tenant = table.Column<string>(type: "character varying(63)", maxLength: 63, nullable: false),
                    topic_area_id = table.Column<Guid>(type: "uuid", nullable: false),
                    secret = table.Column<byte[]>(type: "bytea", nullable: true),
                    counts = table.Column<string>(type: "jsonb", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_representations", x => new { x.tenant, x.topic_area_id });
                });

            migrationBuilder.CreateIndex(
                name: "ix_representation_turns_tenant_topic_area_id_sent",
                table: "representation_turns",
                columns: new[] { "tenant", "topic_area_id", "sent" },
                unique: true);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "district_statistics");

            migrationBuilder.DropTable(
                name: "representation_turns");

            migrationBuilder.DropTable(
                name: "representations");
        }
    }
}
